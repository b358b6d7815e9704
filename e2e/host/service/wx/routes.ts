import * as router from '../router.ts'
import { asyncApi } from './async.ts'

export const routeApis = {
  navigateTo: asyncApi('navigateTo', router.navigateTo),
  redirectTo: asyncApi('redirectTo', router.redirectTo),
  navigateBack: asyncApi('navigateBack', router.navigateBack),
  reLaunch: asyncApi('reLaunch', router.reLaunch),
  switchTab: asyncApi('switchTab', router.switchTab),
}
