package org.talenthub.carrier;

import org.springframework.stereotype.Component;
import org.talenthub.records.HostedType;

/** A base or a station is the same by type and name. */
@Component
class CarrierType extends HostedType {

    CarrierType() {
        super("carrier", "carrierType");
    }
}
