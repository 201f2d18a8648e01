import type { Language } from './room.ts';

/** A speech contest in the words of a language: who takes part, and what the organiser calls things. */
export type SpeechWords = {
  event: string;
  title: string;
  columns: string;
  /** Name, organisation, title of the speech. */
  contestants: readonly (readonly [string, string, string])[];
  judges: readonly string[];
  /** Whoever runs the event and its round. */
  host: string;
  jury: string;
  final: string;
  /** Why a judge's card is waived. */
  handedBack: string;
};

export const SPEECHES: Record<Language, SpeechWords> = {
  'zh-CN': {
    event: '鹏城新力 · 演讲之夜',
    title: '“新力之声”演讲比赛',
    columns: '姓名\t单位',
    contestants: [
      ['林晓雯', '南山区', '《我在深圳这些年》'],
      ['陈志远', '福田区', '《一盏灯，一座城》'],
      ['黄思琪', '罗湖区', '《从口岸出发》'],
      ['周子航', '宝安区', '《流水线上的诗》'],
      ['吴嘉怡', '龙岗区', '《把名字写进春天》'],
      ['郑浩然', '盐田区', '《听海》'],
      ['何雨桐', '龙华区', '《凌晨四点的面包》'],
      ['梁启航', '坪山区', '《造车的人》'],
      ['许静怡', '光明区', '《科学城的夜》'],
      ['冯天佑', '大鹏新区', '《渔火》'],
      ['罗诗涵', '前海', '《桥》'],
      ['谢文博', '深汕合作区', '《远一点的家》'],
    ],
    judges: ['李明华', '王雅琴', '张国栋', '刘芳', '赵建平', '孙丽娟', '周伟民'],
    host: '林主持',
    jury: '评委会',
    final: '决赛',
    handedBack: '平板交回',
  },
  en: {
    event: 'Harbour Lights: the Night of Speeches',
    title: 'Voices of the City',
    columns: 'Name\tOrganisation',
    contestants: [
      ['Amy Lin', 'Nanshan', 'My years in this city'],
      ['Jason Chan', 'Futian', 'A lamp, a city'],
      ['Suki Wong', 'Luohu', 'From the border gate'],
      ['Henry Zhou', 'Bao’an', 'Poems from the line'],
      ['Joy Ng', 'Longgang', 'Writing a name into spring'],
      ['Howard Zheng', 'Yantian', 'Listening to the sea'],
      ['Tina He', 'Longhua', 'Bread at four in the morning'],
      ['Kenneth Leung', 'Pingshan', 'People who build cars'],
      ['Jenny Hui', 'Guangming', 'Nights in the science city'],
      ['Theo Fung', 'Dapeng', 'Fishing lights'],
      ['Grace Lo', 'Qianhai', 'Bridges'],
      ['William Tse', 'Shenshan', 'A home a little further out'],
    ],
    judges: [
      'Margaret Li',
      'Yvonne Wang',
      'George Zhang',
      'Fanny Liu',
      'Patrick Zhao',
      'Linda Sun',
      'Raymond Chow',
    ],
    host: 'Carol Lam',
    jury: 'Jury',
    final: 'Final',
    handedBack: 'tablet handed back',
  },
};
