export default definePageConfig({ navigationBarTitleText: '当场核验' })
