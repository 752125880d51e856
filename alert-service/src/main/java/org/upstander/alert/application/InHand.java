package org.upstander.alert.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What this instance is sending right now. */
@ApplicationScoped
class InHand {

    private final Map<String, String> addressById = new ConcurrentHashMap<>();

    void take(DeliveryStore.Job job) {
        addressById.put(job.id(), job.address());
    }

    void release(DeliveryStore.Job job) {
        addressById.remove(job.id());
    }

    Set<String> ids() {
        return Set.copyOf(addressById.keySet());
    }

    /**
     * @param perAddress attempts at the same time to one address
     * @return addresses that have as many already
     */
    Set<String> busyAddresses(int perAddress) {
        return addressById.values().stream()
                .collect(Collectors.groupingBy(address -> address, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= perAddress)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
