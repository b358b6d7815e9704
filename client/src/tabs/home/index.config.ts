export default definePageConfig({ navigationBarTitleText: '泰民通', enableShareAppMessage: true })
