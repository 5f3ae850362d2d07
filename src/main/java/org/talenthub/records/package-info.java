/** The mechanism: reports are facts, records are derived from them, every change leaves an outbox entry. No feed-specific rule. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "common :: work",
            "reference",
            "reference :: *",
            "security",
            "security :: *"
        })
@NullMarked
package org.talenthub.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
