/** Empty: WeChat wants this component, our tab bar is drawn by tabs/Shell, which can grow for elder mode. */
export default function CustomTabBar() {
  return null
}
