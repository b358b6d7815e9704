export function deviceName() {
  return /Mobi|Android|iPhone|iPad/.test(navigator.userAgent) ? '手机浏览器' : '电脑浏览器'
}
