/** A brief of the project that a reader may start from. */
export interface ProgramBrief {
  program: "sampling" | "advocates" | "referral";
  /** The path in the project. */
  file: string;
  text: string;
}

/**
 * The briefs of data/briefs/ as texts, since a page opened from disk cannot read other files; a test compares both.
 */
export const BRIEFS: readonly ProgramBrief[] = [
  {
    program: "sampling",
    file: "data/briefs/consumer-product.yaml",
    text: `# yaml-language-server: $schema=../schemas/brief.json
# A brief for \`compare\`: programs against each other and against no program, in the same simulated worlds.
# Change what does not fit your case, then run:
#   npm run -s ovation -- compare data/briefs/consumer-product.yaml
title: Should the new detergent be launched with a sampling program?
question: Members with many contacts get samples first and hand them on. Does that bring customers who would not have come, and how many members should there be?
currency: EUR
unit: week        # everything below is told by the week; \`month\` is the other choice
horizon: 104      # how long the market is watched; what customers are worth afterwards counts too

# Who the customers are. In place of a generator a file of ties of your own can stand here (network: ties.csv), with
# a table of people (people: people.csv) whose column says what each is worth (worth: spend). Files stand beside this
# brief. A table has a column id, with the names that the ties use.
customers:
  network: power-law-cluster:nodes=2000,links=8,triangle=0.4

# What is known of the market. What is left out has the model's own value; the report lists all of them.
market:
  margin: 0.35            # EUR a week from an average customer
  awareAtStart: 0.03
  advertising: 0.005      # chance a week that an advertisement makes somebody aware
  quality: 0.6            # share of people whose needs the product meets
  rivalAtStart: 0.4
  rivalTrial: 0.004

# The programs. Each has a name of your own, the model that is run, and its settings. No program is always compared.
arms:
  few with many samples:
    program: sampling-program
    memberShare: 0.01     # places, as a share of all customers
    samples: 10           # for each member, the first for own use
    sampleCost: 1.5       # EUR each
    minimumContacts: 20
    runningCost: 10       # EUR a week while members are on duty
  many with few samples:
    program: sampling-program
    memberShare: 0.04
    samples: 3
    sampleCost: 1.5
    minimumContacts: 20
    runningCost: 25

# What is not known. Each world draws its own values, the same for all programs: a range, a range with its
# likeliest value, or a list.
assumptions:
  talk: 0.05..0.3                                  # chance that a new customer talks along a tie, a week
  strong: 0.01..0.07                               # chance that such a talk leads to a trial (strong tie)
  leaving: { from: 0.002, to: 0.03, scale: log }   # chance that a customer leaves, a week
  use: { from: 0.5, to: 1, likely: 0.8 }           # chance that a sample is tried
  boost: 1..8                                      # talk of a member, as a multiple of a customer's

# How to decide: by value (the highest expected net present value) or by regret, and what is out of the question.
decide:
  by: value
  profitable: 0.7         # must pay in at least this share of worlds

# When to stop: once every program's mean is known to within \`width\` EUR, looked at from \`atLeast\` worlds on.
stop:
  atLeast: 200
  atMost: 400
  width: 150
seed: 1
`,
  },
  {
    program: "advocates",
    file: "data/briefs/software-service.yaml",
    text: `# yaml-language-server: $schema=../schemas/brief.json
# A brief for \`compare\`, told by the month: what is told here by the month is converted to weeks, and the report
# says how. Run it: npm run -s ovation -- compare data/briefs/software-service.yaml
title: How should advocates of the online bookkeeping service be rewarded?
question: Advocates talk, post and answer other customers' questions. Is praise enough, and if they are paid, for what?
currency: EUR
unit: month
horizon: 24

# Firms that know one another in clusters: trades and towns.
customers:
  network: power-law-cluster:nodes=1500,links=8,triangle=0.6

market:
  customersAtStart: 0.08
  margin: 40              # EUR a month from an average customer
  awareAtStart: 0.2
  advertising: 0.02       # chance a month
  quality: 0.65
  rivalAtStart: 0.25
  rivalTrial: 0.012
  answerCost: 9           # EUR, what an answer by the service's own people costs
  answerCapacity: 0.02

arms:
  praise and access:
    program: advocate-program
    about: A small circle, coached and praised, without any money.
    memberShare: 0.02
    minimumContacts: 12
    samples: 0            # nothing is handed out
    coaching: 0.5
    access: 0.5
    runningCost: 220      # EUR a month: somebody's time
  pay for volume:
    program: advocate-program
    about: The same circle, paid for every talk and post that arrives.
    memberShare: 0.02
    minimumContacts: 12
    samples: 0
    coaching: 0.5
    pay: 3                # EUR an act
    scoring: volume
    runningCost: 110
  pay for value:
    program: advocate-program
    about: The same circle and the same pay, shared out by what the customers they brought are worth.
    memberShare: 0.02
    minimumContacts: 12
    samples: 0
    coaching: 0.5
    pay: 3
    scoring: value
    runningCost: 150

assumptions:
  talk: 0.2..0.6                                  # chance a month
  strong: 0.02..0.07
  leaving: { from: 0.01, to: 0.05, scale: log }   # chance a month
  asking: 0.05..0.3                               # chance a month that a customer asks for help
  boost: 2..8
  crowding: { from: 0, to: 0.8, likely: 0.36 }    # own drive that pay drives out
  seekers: 0.02..0.2                              # members who come for the money

decide:
  by: value
  profitable: 0.5
stop: { atLeast: 200, atMost: 300, width: 500 }
seed: 1
`,
  },
  {
    program: "referral",
    file: "data/briefs/bank-referral.yaml",
    text: `# yaml-language-server: $schema=../schemas/brief.json
# A brief for \`compare\`: a bank's referral program. Run it:
#   npm run -s ovation -- compare data/briefs/bank-referral.yaml
title: Which reward should the bank pay for a referral?
question: Customers who bring a friend can be paid, the friend can be paid, or both; or nobody is paid and inviting is only made easy. What is left after pay for those who would have come anyway, and after fraud?
currency: EUR
unit: week
horizon: 104

customers:
  network: watts-strogatz:nodes=1500,degree=14,rewire=0.1

market:
  customersAtStart: 0.15
  margin: 1.6             # EUR a week from an average customer
  spread: 0.8             # customers of a bank differ much
  awareAtStart: 0.6
  advertising: 0.005
  trial: 0.0005
  quality: 0.7
  rivalAtStart: 0.5
  rivalTrial: 0.002
  rivalLeaving: 0.003

arms:
  no pay, easy to invite:
    program: referral-program
    about: A button to invite, and no reward.
    sides: none
  cash to the referrer:
    program: referral-program
    about: 50 EUR to whoever brings a customer.
    sides: referrer
    reward: "1:50"        # from the first referral on, 50 EUR each
    runningCost: 20       # EUR a week
  half for each side:
    program: referral-program
    about: 25 EUR to whoever brings a customer, and 25 EUR to the customer.
    sides: both
    reward: "1:25"
    friendPay: 25
    runningCost: 20
  the same with checks:
    program: referral-program
    about: Half for each side; the friend must stay for 13 weeks, and nobody is paid for more than 5.
    sides: both
    reward: "1:25"
    friendPay: 25
    minimumWeeks: 13
    cap: 5
    matching: 0.8
    runningCost: 35

assumptions:
  inviting: { from: 0.005, to: 0.05, scale: log } # chance a week that a customer invites along a tie, unpaid
  strong: 0.01..0.07
  leaving: { from: 0.001, to: 0.006, scale: log }
  referredPremium: -0.1..0.25                     # margin of referred customers beyond the usual
  retention: 0..0.3                               # by how much less they leave
  sizeRaise: 0..0.6                               # by how much more is invited for money
  cheats: { from: 0, to: 0.08, likely: 0.02 }
  leakage: 0..0.2                                 # newcomers who quote a code that nobody gave them

decide:
  by: value
  profitable: 0.8
stop: { atLeast: 200, atMost: 300, width: 500 }
seed: 1
`,
  },
];
