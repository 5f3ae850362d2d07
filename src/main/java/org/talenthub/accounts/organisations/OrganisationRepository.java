package org.talenthub.accounts.organisations;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored organisations. */
interface OrganisationRepository extends Repository<HubOrganisation, Long> {

    HubOrganisation save(HubOrganisation organisation);

    Optional<HubOrganisation> findById(long id);

    Optional<HubOrganisation> findByKindAndName(OrganisationKind kind, String name);

    Optional<HubOrganisation> findFirstByCarrierIdOrderById(long carrier);

    Optional<HubOrganisation> findFirstByKindAndRegionOrderById(OrganisationKind kind, String region);

    Optional<HubOrganisation> findFirstByKindOrderById(OrganisationKind kind);

    List<HubOrganisation> findByName(String name);
}
