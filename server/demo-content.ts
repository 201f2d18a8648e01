/** What the demo event says. Places and arts are real, people and numbers are not. */

export const EVENT = {
  title: '鹏城新力 · 新春云晚会',
  summary:
    '一台自己人演给自己人看的晚会：十一支队伍，六位选手，一条从黄昏到星空的路。评论、点赞、投票，与现场大屏同屏。',
};

export const RUNDOWN = [
  { title: '开场：聚是一团火', note: '全场灯暗，十一区代表执灯入场', plannedSeconds: 300 },
  { title: '合唱《春天的故事》', note: '南山、福田两区联合合唱团', plannedSeconds: 420 },
  { title: '“新力之声”演讲决赛', note: '六位选手，五位评委，观众票占四成', plannedSeconds: 3_600 },
  { title: '舞蹈《渔港晨光》', note: '盐田区', plannedSeconds: 360 },
  { title: '非遗展演：沙头角鱼灯舞、大船坑麒麟舞', note: '盐田区、龙华区', plannedSeconds: 540 },
  { title: '器乐与朗诵《写给湾区》', note: '前海青年乐团，罗湖、宝安、光明朗诵队', plannedSeconds: 480 },
  { title: '揭晓：最受欢迎节目', note: '投票关闭后由主持人揭晓', plannedSeconds: 300 },
  { title: '尾声：散作满天星', note: '全场大合唱，手机亮灯', plannedSeconds: 240 },
];
/** How many of them are over, and one more is on, when somebody comes to look. */
export const ITEMS_DONE = 2;

export const POLLS = [
  {
    question: '今晚你最期待哪个节目？',
    options: ['合唱《春天的故事》', '“新力之声”演讲决赛', '舞蹈《渔港晨光》', '非遗展演：鱼灯与麒麟'],
    results: 'live',
  },
  {
    question: '最受欢迎节目（可选两项，收官时揭晓）',
    options: ['合唱《春天的故事》', '舞蹈《渔港晨光》', '非遗展演：鱼灯与麒麟', '器乐与朗诵《写给湾区》'],
    multiple: 2,
    changeable: true,
    results: 'hidden',
  },
  {
    question: '下一站，“十个一”走进哪里？',
    options: ['大鹏所城', '南头古城', '观澜古墟', '甘坑客家小镇'],
    results: 'live',
  },
] as const;

export const CONTEST = '“新力之声”演讲比赛';

export const CONTESTANTS = [
  {
    name: '林晓雯',
    organisation: '南山区',
    introduction: '独立设计师，来深圳第十一年。',
    speech: '我在深圳这些年',
  },
  {
    name: '陈志远',
    organisation: '福田区',
    introduction: '律师，社区公益法律服务队队长。',
    speech: '一盏灯，一座城',
  },
  {
    name: '黄思琪',
    organisation: '罗湖区',
    introduction: '跨境电商从业者，口岸边长大。',
    speech: '从口岸出发',
  },
  {
    name: '周子航',
    organisation: '宝安区',
    introduction: '智能制造工程师，业余写诗。',
    speech: '流水线上的诗',
  },
  {
    name: '吴嘉怡',
    organisation: '龙岗区',
    introduction: '民办学校教师，读书会发起人。',
    speech: '把名字写进春天',
  },
  { name: '郑浩然', organisation: '盐田区', introduction: '自媒体人，拍了七年海。', speech: '听海' },
];

export const JUDGES = ['李明华', '王雅琴', '张国栋', '刘芳', '赵建平'];

/** The host's own words stand first, and are pinned. */
export const WELCOME = '欢迎来到新春云晚会！左边看节目，这里说话，投票页里投票——你说的，现场大屏也看得见。';

/** Said by the audience before anybody is there, so that a newcomer sees what the room is like. */
export const VOICES = [
  ['梧桐山下', '前排！一家三口都在'],
  ['盐田听海', '等《渔港晨光》，我们排练了三个月'],
  ['Kevin', 'Hello from Hong Kong, the sound is great'],
  ['福田阿May', '合唱那一段，听哭了'],
  ['宝安小周', '周子航加油！车间的兄弟们都在看'],
  ['独立书店店主', '这开场的灯太美了，聚是一团火'],
  ['龙岗阿坤', '吴老师冲！读书会全员到齐'],
  ['光明的光', '第一次看云晚会，氛围真好'],
  ['大鹏看日出', '鱼灯舞几点开始？'],
  ['Lily', 'First time here — what a night'],
  ['合唱队第三排', '下了台赶紧来看回放'],
  ['小满', '来深圳十二年，今年不回家，在这里过年'],
] as const;
