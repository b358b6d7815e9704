export default definePageConfig({ navigationBarTitleText: '管理电话名片' })
