// The kernels of models/cascades, as one would write them here: same worlds, same totals.
#pragma once
#include <algorithm>
#include <functional>
#include <memory>
#include <vector>
#include "keyed.hpp"

using u32 = uint32_t;

struct Network {
  u32 size = 0;
  std::vector<u32> offsets, targets, seeds;
  u32 degree(u32 i) const { return offsets[i + 1] - offsets[i]; }
};
struct Total {
  uint64_t reach = 0, rounds = 0, arcs = 0;
};

// Worlds from … to − 1 of a job; counts the arcs tried where asked.
using Run = std::function<Total(u32 from, u32 to, bool countArcs)>;

struct Desk {
  std::vector<uint8_t> seen;
  std::vector<u32> queue, touched, place;
  std::vector<int32_t> left;
  u32 marks = 0;
  explicit Desk(u32 size) : seen(size), queue(size + 1), touched(size + 1), place(size + 1), left(size + 1) {}
};

// Synchronous rounds; `undo` clears the marks.
template <class Enter, class Round, class Undo>
Run inRounds(const Network& net, Key stream, Key more, std::shared_ptr<Desk> desk, Enter enter, Round round, Undo undo) {
  return [=, &net](u32 from, u32 to, bool countArcs) {
    u32* queue = desk->queue.data();
    Total total;
    for (u32 world = from; world < to; world++) {
      Key key = childKey(stream, world), further = childKey(more, world);
      u32 end = 0;
      for (u32 i : net.seeds) {
        enter(i);
        queue[end++] = i;
      }
      u32 begin = 0, rounds = 0;
      for (u32 time = 1; begin < end; time++) {
        u32 stop = end;
        end = round(key, further, begin, stop);
        if (end > stop) rounds = time;
        begin = stop;
      }
      if (countArcs) for (u32 k = 0; k < end; k++) total.arcs += net.degree(queue[k]);
      undo(end);
      total.reach += end;
      total.rounds += rounds;
    }
    return total;
  };
}

// Rounds in which each customer acts on its own.
template <class Enter, class Act, class Undo>
Run oneByOne(const Network& net, Key stream, std::shared_ptr<Desk> desk, Enter enter, Act act, Undo undo) {
  const u32* queue = desk->queue.data();
  auto round = [=](Key key, Key, u32 from, u32 to) {
    u32 end = to;
    for (u32 k = from; k < to; k++) end = act(key, queue[k], end);
    return end;
  };
  return inRounds(net, stream, stream, desk, enter, round, undo);
}

inline Run uniformCascade(const Network& net, double p, Key stream) {
  auto desk = std::make_shared<Desk>(net.size);
  const u32 *offsets = net.offsets.data(), *targets = net.targets.data();
  uint8_t* seen = desk->seen.data();
  u32* queue = desk->queue.data();
  const int32_t limit = bar(p);
  return oneByOne(net, stream, desk, [=](u32 i) { seen[i] = 1; },
    [=](Key key, u32 u, u32 end) {
      for (u32 e = offsets[u], stop = offsets[u + 1]; e < stop; e++) {
        if (int32_t(draw(key, e)) > limit) continue;
        u32 v = targets[e];
        if (seen[v]) continue;
        seen[v] = 1;
        queue[end++] = v;
      }
      return end;
    },
    [=](u32 end) { for (u32 k = 0; k < end; k++) seen[queue[k]] = 0; });
}

struct Arc {
  int32_t bar;
  u32 target;
};

inline Run weightedCascade(const Network& net, Key stream) {
  auto arcs = std::make_shared<std::vector<Arc>>();
  for (u32 v : net.targets) arcs->push_back({bar(1.0 / net.degree(v)), v});
  auto desk = std::make_shared<Desk>(net.size);
  const u32* offsets = net.offsets.data();
  const Arc* row = arcs->data();
  uint8_t* seen = desk->seen.data();
  u32* queue = desk->queue.data();
  return oneByOne(net, stream, desk, [=](u32 i) { seen[i] = 1; },
    [=, held = arcs](Key key, u32 u, u32 end) {
      for (u32 e = offsets[u], stop = offsets[u + 1]; e < stop; e++) {
        if (int32_t(draw(key, e)) > row[e].bar) continue;
        u32 v = row[e].target;
        if (seen[v]) continue;
        seen[v] = 1;
        queue[end++] = v;
      }
      return end;
    },
    [=](u32 end) { for (u32 k = 0; k < end; k++) seen[queue[k]] = 0; });
}

// Gaps between successes by inverse distribution function, with a guide table, as models/cascades/geometric-skips.ts.
inline Run skipCascade(const Network& net, double p, Key stream, Key more) {
  u32 longest = 0;
  for (u32 i = 0; i < net.size; i++) longest = std::max(longest, net.degree(i));
  auto table = std::make_shared<std::vector<int32_t>>(2048 + longest + 2);
  int32_t *guide = table->data(), *tails = guide + 2048;
  double tail = 1;
  for (u32 g = 0; g <= longest; g++, tail *= 1 - p) tails[g] = bar(tail);
  tails[longest + 1] = -1;
  u32 least = 0;
  for (int range = 2047; range >= 0; range--) {
    int64_t largest = int64_t(range) * 1048576 + 1048575;
    while (largest <= tails[least + 1]) least++;
    guide[range] = int32_t(least);
  }
  auto desk = std::make_shared<Desk>(net.size);
  const u32 *offsets = net.offsets.data(), *targets = net.targets.data();
  uint8_t* seen = desk->seen.data();
  u32* queue = desk->queue.data();
  auto round = [=, held = table](Key key, Key further, u32 from, u32 to) {
    u32 *who = desk->touched.data(), *place = desk->place.data(), count = 0, end = to;
    int32_t* drawn = desk->left.data();
    for (u32 k = from; k < to; k++) {
      u32 u = queue[k], e = offsets[u];
      int32_t d = int32_t(draw(key, u));
      who[count] = u;
      place[count] = e;
      drawn[count] = d;
      count += d > tails[offsets[u + 1] - e];
    }
    for (u32 j = 1; count > 0; j++) {
      for (u32 k = 0; k < count; k++) {
        int32_t d = drawn[k];
        u32 gap = u32(guide[d >> 20]);
        while (d <= tails[gap + 1]) gap++;
        u32 e = place[k] + gap, v = targets[e];
        place[k] = e + 1;
        queue[end] = v;
        end += 1 - seen[v];
        seen[v] = 1;
      }
      u32 left = 0;
      for (u32 k = 0; k < count; k++) {
        u32 u = who[k], e = place[k];
        int32_t d = int32_t(draw(rowKey(further, u), j));
        who[left] = u;
        place[left] = e;
        drawn[left] = d;
        left += d > tails[offsets[u + 1] - e];
      }
      count = left;
    }
    return end;
  };
  return inRounds(net, stream, more, desk, [=](u32 i) { seen[i] = 1; }, round, [=](u32 end) { for (u32 k = 0; k < end; k++) seen[queue[k]] = 0; });
}

// Event-driven thresholds: `left` is 0 until touched, then what is still needed, −1 once joined.
template <class Need>
Run countdown(const Network& net, Key stream, Need need) {
  auto desk = std::make_shared<Desk>(net.size);
  const u32 *offsets = net.offsets.data(), *targets = net.targets.data();
  int32_t* left = desk->left.data();
  u32 *queue = desk->queue.data(), *touched = desk->touched.data(), *marks = &desk->marks;
  return oneByOne(net, stream, desk, [=](u32 i) { left[i] = -1; touched[(*marks)++] = i; },
    [=](Key key, u32 u, u32 end) {
      u32 last = *marks;
      for (u32 e = offsets[u], stop = offsets[u + 1]; e < stop; e++) {
        u32 v = targets[e];
        int32_t missing = left[v];
        if (missing < 0) continue;
        if (missing == 0) {
          touched[last++] = v;
          missing = need(key, v);
        }
        if (missing > 1) left[v] = missing - 1;
        else {
          left[v] = -1;
          queue[end++] = v;
        }
      }
      *marks = last;
      return end;
    },
    [=](u32) {
      for (u32 k = 0; k < *marks; k++) left[touched[k]] = 0;
      *marks = 0;
    });
}

// Thresholds are uniform: the least count that meets d/2^31 of the degree, in whole numbers.
inline Run linearThreshold(const Network& net, Key stream) {
  const u32* offsets = net.offsets.data();
  return countdown(net, stream, [=](Key key, u32 v) {
    return int32_t((uint64_t(draw(key, v)) * (offsets[v + 1] - offsets[v]) + 0x7fffffffu) >> 31);
  });
}

inline int32_t leastCount(double share, u32 degree) {
  if (degree == 0) return 0x7fffffff;
  double count = std::max(1.0, std::ceil(share * degree));
  while (count > 1 && (count - 1) / degree >= share) count--;
  while (count / degree < share) count++;
  return int32_t(count);
}

inline std::vector<int32_t> needsByShare(const Network& net, double share) {
  std::vector<int32_t> needs(net.size);
  for (u32 i = 0; i < net.size; i++) needs[i] = leastCount(share, net.degree(i));
  return needs;
}

inline Run wattsThreshold(const Network& net, double share, Key stream) {
  auto needs = std::make_shared<std::vector<int32_t>>(needsByShare(net, share));
  const int32_t* need = needs->data();
  return countdown(net, stream, [=, held = needs](Key, u32 v) { return need[v]; });
}

// One synchronous round over everybody, as models/cascades/threshold-step.ts in round 1.
inline u32 thresholdStep(const Network& net, const int32_t* needs, int32_t* reached, int32_t* through) {
  const u32 *offsets = net.offsets.data(), *targets = net.targets.data();
  u32 joined = 0;
  for (u32 i = 0; i < net.size; i++) {
    if (reached[i] >= 0) continue;
    int32_t sum = 0;
    for (u32 k = offsets[i], stop = offsets[i + 1]; k < stop; k++) sum += u32(reached[targets[k]]) < 1;
    const int32_t need = needs[i];
    if (sum < need) continue;
    for (u32 k = offsets[i + 1]; k-- > offsets[i];) {
      if (reached[targets[k]] != 0 || sum-- > need) continue;
      through[i] = int32_t(targets[k]);
      break;
    }
    reached[i] = 1;
    joined++;
  }
  return joined;
}
