package org.talenthub.events.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody wrote for an event; what is null stays as it is, or as usual.
 *
 * @param from day or minute
 * @param region name or code
 * @param matchmaker username of whose event it is
 * @param slots a number of them, or a list of {@code {from,to}}; null: whole days of half hours
 * @param slotMinutes how long one lasts
 * @param most meetings of a person at most
 * @param least meetings of an enterprise at least
 */
public record EventWish(
        @Nullable String kind,
        @JsonAlias("title") @Nullable String name,
        @JsonAlias("description") @Nullable String summary,

        @JsonAlias({"start", "begins", "startsOn"}) @Nullable
        String from,

        @JsonAlias({"end", "ends", "endsOn"}) @Nullable String to,
        @JsonAlias({"venue", "address"}) @Nullable String place,
        @Nullable String region,
        @JsonAlias({"owner", "organiser"}) @Nullable String matchmaker,
        @Nullable JsonNode slots,
        @Nullable Integer slotMinutes,
        @JsonAlias({"perPerson", "maxPerPerson"}) @Nullable Integer most,

        @JsonAlias({"perEnterprise", "minPerEnterprise"}) @Nullable
        Integer least,

        @Nullable Integer buffer,
        @Nullable Integer floor,
        @Nullable Integer top,
        @JsonAlias("quota") @Nullable Integer capacity,
        @Nullable List<Programme.Item> items,
        @Nullable List<Programme.Route> routes,
        @Nullable String policy,
        @Nullable String feedback,
        @Nullable String emergency) {}
