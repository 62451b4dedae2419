/** A series of adoptions: how many in each year from `from` on. */
export interface AdoptionSeries {
  about: string;
  unit: string;
  from: number;
  adoptions: readonly number[];
  source: string;
}

const lilien = "Lilien, Rangaswamy & Van den Bulte 2000, in Mahajan, Muller & Wind (eds), New-Product Diffusion Models, Kluwer";

/** The durables and programs on which Bass's curve is usually tried, first purchases or adopters a year. */
export const adoptionSeries: Readonly<Record<string, AdoptionSeries>> = {
  "room-air-conditioners": {
    about: "room air conditioners sold in the United States",
    unit: "thousand units",
    from: 1949,
    adoptions: [96, 195, 238, 380, 1045, 1230, 1267, 1828, 1586, 1673, 1800, 1580, 1500],
    source: lilien,
  },
  "color-televisions": {
    about: "colour televisions sold in the United States",
    unit: "thousand units",
    from: 1963,
    adoptions: [747, 1480, 2646, 5118, 5777, 5982, 5962, 4631],
    source: lilien,
  },
  "clothes-dryers": {
    about: "clothes dryers sold in the United States",
    unit: "thousand units",
    from: 1949,
    adoptions: [106, 319, 492, 635, 737, 890, 1397, 1523, 1294, 1240, 1425, 1260, 1236],
    source: lilien,
  },
  ultrasound: {
    about: "hospitals of a sample that took up ultrasound imaging",
    unit: "hospitals",
    from: 1965,
    adoptions: [5, 3, 2, 5, 7, 12, 6, 16, 16, 28, 28, 21, 13, 6],
    source: lilien,
  },
  mammography: {
    about: "hospitals of a sample that took up mammography",
    unit: "hospitals",
    from: 1965,
    adoptions: [2, 2, 2, 3, 4, 9, 7, 16, 23, 24, 15, 6, 5, 1],
    source: lilien,
  },
  "foreign-language": {
    about: "schools that took up a foreign-language program; the unit is not stated",
    unit: "schools",
    from: 1952,
    adoptions: [1.25, 0.77, 0.86, 0.48, 1.34, 3.56, 3.36, 6.24, 5.95, 6.24, 4.89, 0.25],
    source: lilien,
  },
  "accelerated-program": {
    about: "schools that took up an accelerated program; the unit is not stated",
    unit: "schools",
    from: 1952,
    adoptions: [0.67, 0.48, 2.11, 0.29, 2.59, 2.21, 16.8, 11.04, 14.4, 6.43, 6.15, 1.15],
    source: lilien,
  },
  "vcr-us": {
    about: "video cassette recorders sold in the United States",
    unit: "thousand units",
    from: 1980,
    adoptions: [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890],
    source: "the table of Bass_2a.r in the public repository agk79/Bass, where the density fit ends at p .00659, q .638, m 68,000 with a residual standard error of 727",
  },
};
