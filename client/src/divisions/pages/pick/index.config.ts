export default definePageConfig({ navigationBarTitleText: '选村或社区' })
