// Made-up names as a county in Guangxi bears them: few surnames carried by many, given names from some three hundred characters of
// which a few are everywhere, some of many readings, a few names of other peoples and of rare characters. The same for every run.

const surnames: readonly (readonly [surname: string, weight: number])[] = [
  ...spread('韦黄', 9),
  ...spread('李覃陈梁王', 5),
  ...spread('刘莫张蒙陆', 3),
  ...spread('农吴周杨罗何', 2),
  ...spread('谢邓石卢蓝廖苏唐潘林赵', 1),
  ...spread('孙徐胡谭曾朱马高冯甘龙魏沈郭文温', 0.6),
  ...spread('区贺任汪翁万单仇解乐查盖朴', 0.1),
  ['欧阳', 0.3],
  ['尉迟', 0.02],
];
const given = Array.from(
  '秀英兰芳玉华明丽桂红军国建文志海小春金荣凤美梅琴伟强平云林霞燕萍玲娟珍莲香德福生忠义光辉勇杰超飞龙波斌涛鹏宇浩俊豪嘉欣怡雨梓轩涵子思佳诗慧婷雪莹洁静敏艳娜彩翠花菊银才有发财贵祥庆安康宁永长昌盛兴旺立新东南西北中一二三大世家宝珠仁信礼智学书艺武振启天开泰山川江河水源清泉炳焕耀卫民爱社会主义冬夏秋月星晨曦阳朝晖乐行重朋友良善孝顺培植树森木根茂青松柏柳绿叶丹朱赤紫蓝白雅淑贞娥姣婵妹弟连接承继祖宗先后万千百亿兆全胜利凯旋捷和团结奋进跃',
);
/** 0.2% and 0.1% of all. */
const rarely = ['买买提·吐尔逊', '阿依古丽·买买提', '王𠅤', '李䶮'] as const;

function spread(characters: string, weight: number): readonly (readonly [string, number])[] {
  return Array.from(characters, (character) => [character, weight] as const);
}

/** A sequence that looks random and is the same in every run. */
const sequence = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

export const inventNames = (count: number): readonly string[] => {
  const next = sequence(12_345);
  const weights = surnames.reduce((sum, [, weight]) => sum + weight, 0);
  const surname = (): string => {
    let left = next() * weights;
    return surnames.find(([, weight]) => (left -= weight) < 0)?.[0] ?? '韦';
  };
  const character = (): string => given[Math.floor(given.length * next() ** 1.8)] ?? '兰';
  return Array.from({ length: count }, () => {
    const kind = next();
    if (kind < 0.003) return rarely[Math.floor(kind / 0.001) % rarely.length] ?? '';
    return surname() + character() + (kind < 0.88 ? character() : '');
  });
};
