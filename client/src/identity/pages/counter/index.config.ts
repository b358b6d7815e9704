export default definePageConfig({ navigationBarTitleText: '窗口实名登记' })
