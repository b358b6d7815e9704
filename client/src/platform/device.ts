/** What this device is called in the list of devices that are signed in. */
export function deviceName() {
  return '微信小程序'
}
