// The lines of their own under a sample 发放月报.
export const apartSample = {
  institutionTimes: { month: 1, year: 4 },
  apart: {
    month: {
      ...{
        replaced: 3,
        overrides: 2,
        freeTimes: 4,
        freeFen: 3_250,
        topUpTimes: 5,
        topUpFen: 1_870,
        deliveries: 6,
      },
      single: { batches: 0, pieces: 0, fen: 0 },
      points: { pieces: 10, issued: 1_000, used: 730, lapsed: 40 },
      exchanges: { times: 2, points: 12, fen: 3_000 },
    },
    year: {
      ...{
        replaced: 5,
        overrides: 3,
        freeTimes: 4,
        freeFen: 3_250,
        topUpTimes: 9,
        topUpFen: 4_000,
        deliveries: 7,
      },
      single: { batches: 0, pieces: 0, fen: 0 },
      points: { pieces: 20, issued: 2_000, used: 900, lapsed: 140 },
      exchanges: { times: 3, points: 20, fen: 5_000 },
    },
  },
  overriddenBy: [
    { name: '韦店长', times: 1 },
    { name: '区民政局', times: 1 },
  ],
};
