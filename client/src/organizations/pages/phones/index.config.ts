export default definePageConfig({ navigationBarTitleText: '打电话找人', enableShareAppMessage: true })
