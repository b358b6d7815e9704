export default definePageConfig({ navigationBarTitleText: '我发布的内容' })
