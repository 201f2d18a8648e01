/** A room full of people, in the words of a language: for pictures of the pages as they look on the evening itself. */
export type Room = {
  slug: string;
  title: string;
  summary: string;
  rundown: readonly { title: string; note?: string; plannedSeconds: number }[];
  names: readonly string[];
  lines: readonly string[];
  pinned: string;
  poll: { question: string; options: readonly string[] };
  countdown: string;
  announcement: { title: string; text: string };
  others: readonly { slug: string; title: string; summary: string; inDays: number }[];
};

export type Language = 'zh-CN' | 'en';

export const ROOMS: Record<Language, Room> = {
  'zh-CN': {
    slug: 'chunwan',
    title: '鹏城新力 · 新春云晚会',
    summary: '一台自己人演给自己人看的晚会：十区接力，同屏互动。',
    rundown: [
      { title: '开场：聚是一团火', plannedSeconds: 300 },
      { title: '合唱《春天的故事》', note: '南山、福田两区联合', plannedSeconds: 420 },
      { title: '演讲《我在深圳这些年》', plannedSeconds: 480 },
      { title: '舞蹈《渔港晨光》', plannedSeconds: 360 },
      { title: '揭晓：最受欢迎节目', plannedSeconds: 300 },
      { title: '尾声：散作满天星', plannedSeconds: 240 },
    ],
    names: [
      '南山阿强',
      '福田小雨',
      '罗湖老周',
      '宝安婷婷',
      '龙岗一家人',
      '盐田海风',
      '龙华阿杰',
      '坪山小陈',
      '光明果果',
      '大鹏渔火',
      '前海的灯',
      '梧桐山下',
      '莲花山晨跑',
      '深南大道',
      '蛇口阿May',
      '华强北小李',
      '湾区来信',
      '荔枝熟了',
      '晚风',
      '一盏灯',
    ],
    lines: [
      '来了来了，搬好小板凳',
      '南山的朋友举个手',
      '合唱一开口就起鸡皮疙瘩',
      '福田赛区加油！',
      '这灯光太美了',
      '我妈也在看，给她打个招呼',
      '深圳，我来了十年了',
      '主持人今天好精神',
      '想听《春天的故事》',
      '龙岗一家四口在线围观',
      '这段舞编得真用心',
      '大鹏的渔火亮起来',
      '掌声送给志愿者',
      '第一次看我们自己的晚会',
      '坪山报到',
      '画面好清晰',
      '求回放',
      '光明乳鸽配晚会，绝了',
      '哭了，想家',
      '明年我也要报名',
      '罗湖老街坊来支持',
      '盐田的海风吹过来了',
      '聚是一团火，散作满天星',
    ],
    pinned: '投票通道已开，点“投票”选出你最喜欢的节目',
    poll: {
      question: '今晚你最喜欢哪个节目？',
      options: ['合唱《春天的故事》', '演讲《我在深圳这些年》', '舞蹈《渔港晨光》', '朗诵《致奋斗者》'],
    },
    countdown: '距离开场还有',
    announcement: {
      title: '请大家就座',
      text: '晚会十分钟后开始。现场的朋友可以扫码，和线上的朋友一起发评论。',
    },
    others: [
      {
        slug: 'yanjiang',
        title: '“我和我的城”演讲比赛总决赛',
        summary: '十位选手，十个区的故事。',
        inDays: 3,
      },
      { slug: 'xunmei', title: '寻美深圳 · 短视频展映', summary: '镜头里的街巷、海岸和早餐铺。', inDays: 9 },
      { slug: 'jieli', title: '十区接力 · 最美徒步路线', summary: '从梧桐山到大鹏湾。', inDays: -12 },
    ],
  },
  en: {
    slug: 'harbour',
    title: 'Harbour Lights: the City Gala',
    summary: 'Ten districts, one stage, and everybody who lives here.',
    rundown: [
      { title: 'Opening: gathered as a fire', plannedSeconds: 300 },
      { title: 'Choir: A Spring Story', note: 'Nanshan and Futian together', plannedSeconds: 420 },
      { title: 'Speech: My years in this city', plannedSeconds: 480 },
      { title: 'Dance: Dawn at the fishing port', plannedSeconds: 360 },
      { title: 'The audience award', plannedSeconds: 300 },
    ],
    names: [
      'Amy from Shekou',
      'Old Zhou',
      'Tingting',
      'Coast walker',
      'Jay',
      'Lychee',
      'Night ferry',
      'The Chens',
      'Bay letters',
      'May',
      'Morning runner',
      'Eleven',
      'Maple',
      'Harbour Bob',
      'Nico',
      'Sunny side',
    ],
    lines: [
      'Here with popcorn',
      'Goosebumps from the first note',
      'Hello from Luohu!',
      'The lights are beautiful',
      'My mum is watching too',
      'Ten years in this city today',
      'That dance was a dream',
      'Applause for the volunteers',
      'First time I see our own gala',
      'So clear on my phone',
      'I want to sign up next year',
      'The choir gets my vote',
      'Greetings from the night ferry',
      'Encore!',
    ],
    pinned: 'Voting is open: pick the act you loved most',
    poll: {
      question: 'Which act did you love most tonight?',
      options: [
        'Choir: A Spring Story',
        'Speech: My years in this city',
        'Dance: Dawn at the fishing port',
        'To those who strive',
      ],
    },
    countdown: 'We open in',
    announcement: {
      title: 'Please be seated',
      text: 'The gala begins in ten minutes. Scan the code and talk with those at home.',
    },
    others: [
      {
        slug: 'speeches',
        title: 'My City and I: speech final',
        summary: 'Ten speakers, ten districts.',
        inDays: 3,
      },
      {
        slug: 'relay',
        title: 'The ten-district relay walk',
        summary: 'From the mountain to the bay.',
        inDays: -12,
      },
    ],
  },
};
