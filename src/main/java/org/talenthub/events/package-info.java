/** Recruitment events: from the invitation over the timetable of meetings to what came of them. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "accounts",
            "assessment",
            "common",
            "common :: causes",
            "common :: work",
            "importing",
            "matching",
            "matching :: placements",
            "planning",
            "planning :: solve",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "results :: exports",
            "results :: lists",
            "results :: saved",
            "search",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
