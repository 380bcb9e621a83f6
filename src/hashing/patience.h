// Work that should not be felt.
#pragma once

namespace essaim::hashing {

/// From now on, the calling thread gets what others leave of the processor and, as far as the system's scheduler knows
/// how, of the disk.
void makeThisThreadPatient();

} // namespace essaim::hashing
