package org.talenthub.enterprise;

import org.springframework.stereotype.Component;
import org.talenthub.records.HostedType;

/** A research platform is the same by type and name. */
@Component
class PlatformType extends HostedType {

    PlatformType() {
        super("platform", "platformType");
    }
}
