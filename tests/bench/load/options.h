// What a run is to do, from words like "port=6969".
#pragma once

#include "population.h"

#include <cstdint>
#include <string>

namespace essaim::load {

struct Options {
    std::string mode;
    std::uint16_t port = 6969;
    Population population;
    double seconds = 3;
    double rate = 0;             ///< requests per second; 0 = as fast as answers come
    std::uint32_t window = 128;  ///< requests under way at once
    std::uint32_t wanted = 30;   ///< numwant
    std::uint32_t connects = 0;  ///< parts of the mix
    std::uint32_t announces = 1; ///< parts of the mix
    std::uint32_t scrapes = 0;   ///< parts of the mix
    bool echo = false;           ///< the other side is the echo server
    bool keepAlive = false;
    std::uint32_t users = 40'000;
    double speed = 100;
    std::uint32_t checkEvery = 8; ///< every which answer is looked at peer by peer
};

int runEcho(const Options& options);
int runUdp(const Options& options);
int runFill(const Options& options);
int runHttp(const Options& options);
int runDay(const Options& options);
int printWhitelist(const Options& options);

} // namespace essaim::load
