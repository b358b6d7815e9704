export default definePageConfig({ navigationBarTitleText: '泰民通' })
