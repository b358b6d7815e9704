export default definePageConfig({ navigationBarTitleText: '电话名片' })
