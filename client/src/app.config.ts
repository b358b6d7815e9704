// On H5 ui/Page draws the head: Taro's own has neither names nor keys for its two buttons.
const isH5 = process.env.TARO_ENV === 'h5'

export default defineAppConfig({
  pages: ['tabs/home/index', 'tabs/activities/index', 'tabs/mine/index'],
  entryPagePath: 'tabs/home/index',
  subPackages: [
    {
      root: 'activities',
      pages: [
        'pages/detail/index',
        'pages/signups/index',
        'pages/manage/index',
        'pages/managed/index',
        'pages/edit/index',
        'pages/proposals/index',
        'pages/proposal/index',
        'pages/checkin/index',
        'pages/desk/index',
        'pages/figures/index',
      ],
    },
    {
      root: 'notices',
      pages: [
        'pages/list/index',
        'pages/detail/index',
        'pages/print/index',
        'pages/manage/index',
        'pages/managed/index',
        'pages/edit/index',
      ],
    },
    { root: 'people', pages: ['pages/sign-in/index', 'pages/settings/index', 'pages/relatives/index'] },
    { root: 'messages', pages: ['pages/inbox/index', 'pages/preferences/index'] },
    { root: 'workbench', pages: ['pages/board/index'] },
    { root: 'divisions', pages: ['pages/pick/index', 'pages/places/index'] },
    {
      root: 'residency',
      pages: [
        'pages/homes/index',
        'pages/home/index',
        'pages/claim/index',
        'pages/present/index',
        'pages/queue/index',
        'pages/claimed/index',
        'pages/code/index',
        'pages/overdue/index',
        'pages/seats/index',
        'pages/totals/index',
      ],
    },
    {
      root: 'identity',
      pages: ['pages/real-name/index', 'pages/counter/index', 'pages/reveals/index'],
    },
    {
      root: 'privacy',
      pages: ['pages/consents/index', 'pages/notice/index', 'pages/stored/index', 'pages/leave/index'],
    },
    { root: 'moderation', pages: ['pages/queue/index', 'pages/report/index', 'pages/mine/index'] },
    {
      root: 'helping',
      pages: [
        'pages/mine/index',
        'pages/acts/index',
        'pages/counter/index',
        'pages/undo/index',
        'pages/person/index',
      ],
    },
    { root: 'feedback', pages: ['pages/write/index', 'pages/mine/index', 'pages/manage/index'] },
    { root: 'organizations', pages: ['pages/phones/index', 'pages/manage/index', 'pages/edit/index'] },
  ],
  tabBar: {
    custom: true,
    color: '#4B5C60',
    selectedColor: '#0B6B66',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'tabs/home/index', text: '首页' },
      { pagePath: 'tabs/activities/index', text: '活动' },
      { pagePath: 'tabs/mine/index', text: '我的' },
    ],
  },
  window: {
    navigationStyle: isH5 ? 'custom' : 'default',
    navigationBarTitleText: '泰民通',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: '#F5F8F7',
    backgroundColor: '#F5F8F7',
    backgroundTextStyle: 'dark',
  },
  // No slide between pages on H5: it costs a transition on old phones and moves what reduced-motion users see.
  ...(isH5
    ? { animation: false }
    : // WeChat asks for the person's agreement before the phone number is handed over.
      {
        lazyCodeLoading: 'requiredComponents',
        __usePrivacyCheck__: true,
        requiredPrivateInfos: ['getLocation'],
        permission: { 'scope.userLocation': { desc: '活动签到时比一比远近，位置不保存' } },
      }),
})
