export default definePageConfig({ navigationBarTitleText: '窗口查帮办' })
