export default definePageConfig({ navigationBarTitleText: '我们单位的活动' })
