export default definePageConfig({ navigationBarTitleText: '我的户和房产' })
