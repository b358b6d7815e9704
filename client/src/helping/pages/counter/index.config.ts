export default definePageConfig({ navigationBarTitleText: '登记由谁帮他办' })
