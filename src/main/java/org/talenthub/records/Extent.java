package org.talenthub.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The set of records that a rule of access speaks of; decided on a record in memory here and, the same, as a filter of a query. */
public sealed interface Extent {

    public boolean contains(RecordSnapshot r);

    /** Every record of the type. */
    record Everything() implements Extent {
        @Override
        public boolean contains(RecordSnapshot r) {
            return true;
        }
    }

    /** No record at all. */
    record Nothing() implements Extent {
        @Override
        public boolean contains(RecordSnapshot r) {
            return false;
        }
    }

    /**
     * Records whose region lies in a prefecture-level unit.
     *
     * @param prefecture GB/T 2260 code (420100, 429004)
     */
    record InRegion(String prefecture) implements Extent {
        @Override
        public boolean contains(RecordSnapshot r) {
            return contains(r.region());
        }

        public boolean contains(@Nullable String region) {
            return region != null && region.startsWith(stem());
        }

        /** What the codes of all its divisions begin with; a unit without counties (429004) stands for itself. */
        public String stem() {
            return prefecture.endsWith("00") ? prefecture.substring(0, 4) : prefecture;
        }
    }

    /** Records of one or the other. */
    record AnyOf(List<Extent> extents) implements Extent {
        public AnyOf {
            extents = List.copyOf(extents);
        }

        @Override
        public boolean contains(RecordSnapshot r) {
            return extents.stream().anyMatch(e -> e.contains(r));
        }
    }

    /**
     * Records with a live report of this reporter behind them.
     *
     * @param reporter key of a {@link Reporter}
     */
    record ReportedBy(String reporter) implements Extent {
        @Override
        public boolean contains(RecordSnapshot r) {
            return r.reporters().contains(reporter);
        }
    }

    /** Records that belong to one of these enterprises, by credit code or exact name. */
    record OfEnterprises(Set<String> codes, Set<String> names) implements Extent {
        @Override
        public boolean contains(RecordSnapshot r) {
            return (r.enterpriseCode() != null && codes.contains(r.enterpriseCode()))
                    || (r.enterpriseName() != null && names.contains(r.enterpriseName()));
        }
    }

    /** Demands that are still open on a day: no end is given, or it has not passed. */
    record Open(LocalDate day) implements Extent {
        @Override
        public boolean contains(RecordSnapshot r) {
            return r.fields()
                    .text("validUntil")
                    .map(until -> until.compareTo(day.toString().substring(0, until.length())) >= 0)
                    .orElse(true);
        }
    }
}
