// What the workers of one tracker share.
#pragma once

namespace essaim::tracker {

class Accounting;
class AddressLimits;
class KnownAddresses;
class OutsideProof;
class PeerIds;
class PeerStore;
class PublishedSettings;
class Site;
class StandInLedger;
class TrafficEstimate;

/// References to thread-safe objects that outlive every worker. Pointers may be null: what they stand for is then
/// left out, as most tests of protocols do.
struct ServiceParts {
    PeerStore& store;
    const PublishedSettings& settings;
    PeerIds* peerIds = nullptr;
    AddressLimits* addressLimits = nullptr;
    Accounting* accounting = nullptr;
    KnownAddresses* knownAddresses = nullptr;
    const Site* site = nullptr;
    OutsideProof* outsideProof = nullptr;
    StandInLedger* standInLedger = nullptr;
    TrafficEstimate* traffic = nullptr;
};

} // namespace essaim::tracker
