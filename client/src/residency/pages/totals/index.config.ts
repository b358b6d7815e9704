export default definePageConfig({ navigationBarTitleText: '小区的房产数' })
