// A reference for speed: reads one request a line from standard input, does the work, and answers with
// a line of nanoseconds and totals. The totals must be those of the TypeScript that asked.
#include <ctime>
#include <iostream>
#include <sstream>
#include "choosing.hpp"
#include "networks.hpp"

static Network network;
static Run job;

static Network readBinary(const std::string& path) {
  Network net;
  FILE* file = std::fopen(path.c_str(), "rb");
  u32 head[3];
  size_t got = std::fread(head, 4, 3, file);
  net.size = head[0];
  net.offsets.resize(head[0] + 1);
  net.targets.resize(head[1]);
  net.seeds.resize(head[2]);
  got += std::fread(net.offsets.data(), 4, net.offsets.size(), file);
  got += std::fread(net.targets.data(), 4, net.targets.size(), file);
  got += std::fread(net.seeds.data(), 4, net.seeds.size(), file);
  std::fclose(file);
  if (got != 3 + net.offsets.size() + net.targets.size() + net.seeds.size()) net.size = 0;
  return net;
}

// A sum over all entries that notices order, as `checksum` in scripts/bench/reference.ts.
static uint32_t checksum(const std::vector<u32>& values, uint32_t start) {
  for (u32 value : values) start = (start ^ value) * 0x9e3779b1u;
  return start;
}

// Processor time of this process, in nanoseconds.
static long long now() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string what;
    words >> what;
    Key key{};
    auto readKey = [&] { words >> key.k0 >> key.k1 >> key.k2 >> key.k3; };
    long long began = now(), spent = 0;
    auto restart = [&] { began = now(); };
    auto stop = [&] { spent = now() - began; };
    auto answer = [&](auto... totals) {
      std::cout << spent;
      ((std::cout << ' ' << totals), ...);
      std::cout << std::endl;
    };
    if (what == "network") {
      std::string path;
      words >> path;
      network = readBinary(path);
      answer(network.size, network.targets.size());
    } else if (what == "job") {
      std::string kind;
      double p;
      words >> kind >> p;
      readKey();
      Key more;
      words >> more.k0 >> more.k1 >> more.k2 >> more.k3;
      job = kind == "uniform"    ? uniformCascade(network, p, key)
            : kind == "skip"     ? skipCascade(network, p, key, more)
            : kind == "weighted" ? weightedCascade(network, key)
            : kind == "linear"   ? linearThreshold(network, key)
                                 : wattsThreshold(network, p, key);
      answer();
    } else if (what == "worlds") {
      u32 from, to, countArcs;
      words >> from >> to >> countArcs;
      restart();
      Total total = job(from, to, countArcs);
      stop();
      answer(total.reach, total.rounds, total.arcs);
    } else if (what == "step") {
      double share, early;
      words >> share >> early;
      readKey();
      std::vector<int32_t> reached(network.size, -1), through(network.size, -1);
      for (u32 i = 0; i < network.size; i++) if (int32_t(draw(key, i)) <= bar(early)) reached[i] = 0;
      const std::vector<int32_t> needs = needsByShare(network, share);
      restart();
      u32 joined = thresholdStep(network, needs.data(), reached.data(), through.data());
      stop();
      answer(joined, checksum(std::vector<u32>(through.begin(), through.end()), 0));
    } else if (what == "generate") {
      std::string kind;
      u32 nodes;
      double degree;
      words >> kind >> nodes >> degree;
      readKey();
      restart();
      Network net = kind == "barabasi-albert" ? barabasiAlbert(nodes, u32(degree), key) : erdosRenyi(nodes, degree, key);
      stop();
      answer(net.targets.size(), checksum(net.targets, checksum(net.offsets, 0)));
    } else if (what == "load") {
      std::string path;
      words >> path;
      restart();
      Network net = readEdges(path);
      stop();
      answer(net.size, net.targets.size());
    } else if (what == "choose") {
      u32 count;
      double epsilon, failure, work;
      words >> count >> epsilon >> failure >> work;
      readKey();
      Key judging;
      words >> judging.k0 >> judging.k1 >> judging.k2 >> judging.k3;
      restart();
      Guaranteed found = guaranteed(network, count, epsilon, failure, work, key, judging);
      stop();
      answer(found.sets, checksum(found.chosen, 0));
    } else if (what == "sequence" || what == "keyed") {
      u32 count;
      readKey();
      words >> count;
      restart();
      u32 sum = 0;
      Sequence source(key);
      if (what == "sequence") for (u32 k = 0; k < count; k++) sum += source.next();
      else for (u32 k = 0; k < count; k++) sum += draw(key, k);
      stop();
      answer(sum);
    }
  }
}
