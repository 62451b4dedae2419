/** The sections of the proof table: what each is called, and what is proved there, for somebody who knows customers. */
export const sections: Readonly<Record<number, { name: string; claim: string } | undefined>> = {
  1: {
    name: "Informational cascades",
    claim:
      "People who see what others chose soon follow them against their own signal. How often the crowd is right, wrong or not yet formed is known for every number of people, and a little public information breaks a wrong crowd.",
  },
  2: {
    name: "The Standing Ovation Problem",
    claim:
      "An audience follows its front row: looking one after the other, all stand exactly as often as one person alone would, however many seats there are. Looking all at once, many audiences never come to rest.",
  },
  3: {
    name: "Threshold cascades",
    claim:
      "A cascade gets through where enough people need only one contact to join, neither too few contacts nor too many. Where people need several, closely knit neighbourhoods carry it and shortcuts stop it.",
  },
  4: {
    name: "Independent cascade and linear threshold",
    claim:
      "How many customers a recommendation reaches on average is a sum over all the ways in which ties may carry it. The models give that sum on small networks, and the size of a large outbreak on big ones.",
  },
  5: {
    name: "Three degrees of influence",
    claim:
      "Likeness that fades over three degrees comes from copying along a chain, and just as well from homophily alone or contagion alone: the curve by itself does not tell which.",
  },
  6: {
    name: "Diffusion of innovations",
    claim:
      "Adoption grows by those who begin and those who imitate. How fast and how far depends on how many customers there are, who meets whom, and whether a few or many ties are strong.",
  },
  7: {
    name: "Opinions and trust",
    claim:
      "Who trusts whom, and how far apart people still listen, decides whether opinions end in one consensus, in camps, or apart, and whose opinion counts.",
  },
  8: {
    name: "Networks",
    claim:
      "The networks have the contacts, distances and clustering that are known of them, so that what is proved above is proved on the right ground.",
  },
  10: {
    name: "Programs and the value of customers",
    claim:
      "Circles overlap, so a program reaches fewer people than its members have contacts. What a customer is worth, what a few hundred reports teach and what a sample starts are known in simple cases, and the market gives them.",
  },
};
