#include "hashing/digests.h"

// The contexts are used as they are, to go on from a state in the middle of a message, which EVP cannot do; the code
// behind is the same, SHA instructions included.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <algorithm>
#include <cstring>

namespace essaim::hashing {
namespace {

/// Below this share of busy lanes, one message after the other is faster.
constexpr std::size_t kFewestLanes = 4;

template <std::size_t N>
Digest<4 * N> bigEndian(const std::array<std::uint32_t, N>& words) {
    Digest<4 * N> digest;
    for (std::size_t i = 0; i < N; ++i) {
        for (std::size_t byte = 0; byte < 4; ++byte)
            digest.bytes[4 * i + byte] = std::uint8_t(words[i] >> (24 - 8 * byte));
    }
    return digest;
}

void advanceOne(const Sha1Run& run) {
    static constexpr std::array<std::uint8_t, 64 * kBlock> kZeros{};
    SHA_CTX context{};
    auto& words = run.state->words;
    context.h0 = words[0];
    context.h1 = words[1];
    context.h2 = words[2];
    context.h3 = words[3];
    context.h4 = words[4];
    if (run.data != nullptr) {
        SHA1_Update(&context, run.data, run.blocks * kBlock);
    } else {
        for (std::size_t left = run.blocks; left > 0;) {
            const std::size_t blocks = std::min(left, kZeros.size() / kBlock);
            SHA1_Update(&context, kZeros.data(), blocks * kBlock);
            left -= blocks;
        }
    }
    words = {context.h0, context.h1, context.h2, context.h3, context.h4};
}

void advanceOne(const Sha256Run& run) {
    SHA256_CTX context{};
    context.md_len = SHA256_DIGEST_LENGTH;
    std::ranges::copy(run.state->words, context.h);
    SHA256_Update(&context, run.data, run.blocks * kBlock);
    std::ranges::copy(context.h, run.state->words.begin());
}

/// As many messages as there are lanes, or fewer. The longest stands first: the others leave their lanes one by one.
template <typename State, typename Kernel>
void advanceLanes(std::span<BlockRun<State>> runs, Kernel&& kernel) {
    constexpr std::size_t kWords = std::tuple_size_v<decltype(State::words)>;
    alignas(64) std::uint32_t state[kWords][16] = {};
    std::array<const std::uint8_t*, 16> data{};
    while (runs.size() >= kFewestLanes) {
        for (std::size_t lane = 0; lane < 16; ++lane) {
            const auto& run = runs[std::min(lane, runs.size() - 1)]; // lanes without a message repeat the last one
            data[lane] = run.data;
            for (std::size_t word = 0; word < kWords; ++word)
                state[word][lane] = run.state->words[word];
        }
        const std::size_t blocks = runs.back().blocks;
        kernel(state, data.data(), blocks);
        for (std::size_t lane = 0; lane < runs.size(); ++lane) {
            for (std::size_t word = 0; word < kWords; ++word)
                runs[lane].state->words[word] = state[word][lane];
            if (runs[lane].data != nullptr)
                runs[lane].data += blocks * kBlock;
            runs[lane].blocks -= blocks;
        }
        while (!runs.empty() && runs.back().blocks == 0)
            runs = runs.first(runs.size() - 1);
    }
    for (const auto& run : runs)
        advanceOne(run);
}

template <typename State, typename Kernel>
void advanceAll(std::span<BlockRun<State>> runs, std::size_t lanes, Kernel&& kernel) {
    std::ranges::sort(runs, std::ranges::greater{}, &BlockRun<State>::blocks);
    while (!runs.empty() && runs.back().blocks == 0)
        runs = runs.first(runs.size() - 1);
    while (!runs.empty()) {
        const std::size_t count = std::min(lanes, runs.size());
        advanceLanes(runs.first(count), kernel);
        runs = runs.subspan(count);
    }
}

template <typename State>
void advanceEach(std::span<BlockRun<State>> runs) {
    for (const auto& run : runs)
        advanceOne(run);
}

} // namespace

Sha1Hash Sha1State::digest() const {
    return bigEndian(words);
}

Sha256Hash Sha256State::digest() const {
    return bigEndian(words);
}

MessageEnd::MessageEnd(std::span<const std::uint8_t> rest, std::uint64_t messageBytes) {
    std::ranges::copy(rest, bytes.begin());
    bytes[rest.size()] = 0x80;
    constexpr std::size_t kLength = 8;
    blocks = rest.size() + 1 + kLength <= kBlock ? 1 : 2;
    for (std::size_t i = 0; i < kLength; ++i)
        bytes[blocks * kBlock - 1 - i] = std::uint8_t(messageBytes * 8 >> (8 * i));
}

void advance(std::span<Sha1Run> runs, const LaneChoice& lanes) {
    if (lanes.sha1 == nullptr || runs.size() < kFewestLanes)
        return advanceEach(runs);
    advanceAll(
        runs, std::size_t(lanes.sha1->lanes),
        [&lanes](LaneState state, const std::uint8_t* const* data, std::size_t blocks) {
            if (data[0] == nullptr)
                lanes.sha1->sha1Zeros(state, blocks);
            else
                lanes.sha1->sha1Data(state, data, blocks);
        });
}

void advance(std::span<Sha256Run> runs, const LaneChoice& lanes) {
    if (lanes.sha256 == nullptr || runs.size() < kFewestLanes)
        return advanceEach(runs);
    advanceAll(runs, std::size_t(lanes.sha256->lanes), lanes.sha256->sha256Data);
}

} // namespace essaim::hashing
