package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.Inventory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which objects a change brings. One that only went to another file, or to another line, is not new; of several without a name in
 * one file as many are old as there were.
 */
final class NewObjects {
    private NewObjects() {}

    private record Stand(String file, String api, String type, String name) {
        static Stand of(DeclaredObject object) {
            return new Stand(object.place().file(), object.api(), object.type(), object.name());
        }

        Stand anywhere() {
            return new Stand("", api, type, name);
        }
    }

    /** The objects of {@code head} that {@code before} did not have, by identity. */
    static Set<DeclaredObject> of(Inventory before, Inventory head) {
        Map<Stand, Integer> left = new HashMap<>();
        before.objects().forEach(object -> left.merge(Stand.of(object), 1, Integer::sum));
        List<DeclaredObject> elsewhere = new ArrayList<>();
        for (DeclaredObject object : head.objects()) {
            if (!takes(left, Stand.of(object))) {
                elsewhere.add(object);
            }
        }
        Map<Stand, Integer> gone = new HashMap<>();
        left.forEach((stand, count) -> gone.merge(stand.anywhere(), count, Integer::sum));
        Set<DeclaredObject> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
        for (DeclaredObject object : elsewhere) {
            if (!takes(gone, Stand.of(object).anywhere())) {
                fresh.add(object);
            }
        }
        return fresh;
    }

    private static boolean takes(Map<Stand, Integer> left, Stand stand) {
        int count = left.getOrDefault(stand, 0);
        if (count > 0) {
            left.put(stand, count - 1);
        }
        return count > 0;
    }
}
