export default definePageConfig({ navigationBarTitleText: '凭撤销码撤销' })
