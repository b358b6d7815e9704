import { go, openedAlone } from '../../platform/pages.ts'
import { Row } from '../Row'

/** On a page that was opened from a group card: there is no way back, so there is one to 首页. */
export function HomeLink() {
  return openedAlone() ? <Row icon="home" title="去泰民通首页" onClick={() => go('home')} /> : null
}
