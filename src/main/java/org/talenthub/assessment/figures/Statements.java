package org.talenthub.assessment.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each figure counts, once: the statement that counts all carriers is the one that lists the rows of one. Each gives carrier, type, id,
 * batch, row_no and at.
 */
final class Statements {

    /** Rows that a carrier's own reports of the year consist of; taken back, replaced or erased ones are none. */
    private static final String STANDING = """
            select b.carrier_id carrier, 'row' type, r.id id, r.batch_id batch, r.row_no row_no, r.live_at at
            from report r join import_batch b on b.id = r.batch_id
            where b.carrier_id is not null and r.type in ('talent', 'demand') and r.state in ('LIVE', 'SAME')
              and r.live_at >= :from and r.live_at < :to""";

    private static final String FIRST_UPLOADS = """
            select b.carrier_id carrier, 'row' type, r.id id, r.batch_id batch, r.row_no row_no, b.updated_at at
            from report r join import_batch b on b.id = r.batch_id
            where b.carrier_id is not null and r.type in ('talent', 'demand') and b.status = 'COMMITTED'
              and b.corrects is null and b.updated_at >= :from and b.updated_at < :to""";

    private static final String CORRECTED = " " + """
             exists (select 1 from correction_row c join import_batch d on d.id = c.batch_id
               join report n on n.batch_id = c.batch_id and n.row_no = c.row_no
               where c.of_batch = r.batch_id and c.of_row = r.row_no and d.status = 'COMMITTED'
                 and coalesce(n.worst, '') <> 'ERROR' and d.updated_at <= date_add(b.updated_at, interval 10 day))""";

    /** Live records behind which a report of the carrier's stands, whoever else reports them too. */
    private static final String RECORDS = """
            select distinct b.carrier_id carrier, p.type type, p.id id, null batch, null row_no, p.created_at at
            from report r join import_batch b on b.id = r.batch_id join pool_record p on p.id = r.record_id
            where b.carrier_id is not null and r.state in ('LIVE', 'SAME') and r.live_at < :to and p.state = 'LIVE'""";

    private static final String DEMANDS =
            RECORDS + " and p.type = 'demand' and p.created_at >= :from and p.created_at < :to";

    private static final String ANSWERED = " " + """
             (exists (select 1 from contact_request c where c.demand_id = p.id
                and c.asked_at <= date_add(p.created_at, interval 21 day))
              or exists (select 1 from placement l where l.demand_id = p.id
                and l.started_at <= date_add(p.created_at, interval 21 day))
              or exists (select 1 from match_pair m where m.demand_id = p.id
                and m.first_decided_at <= date_add(p.created_at, interval 21 day)))""";

    /** What came of the demands that the carrier reports. */
    private static final String PLACEMENTS = """
            select o.carrier carrier, 'placement' type, l.id id, null batch, null row_no, l.started_at at
            from placement l join (select distinct b.carrier_id carrier, r.record_id record_id from report r
              join import_batch b on b.id = r.batch_id
              where b.carrier_id is not null and r.type = 'demand' and r.state in ('LIVE', 'SAME')) o
            on o.record_id = l.demand_id where""";

    private static final String SIGNED = " " + """
             (l.state in ('SIGNED', 'ARRIVED', 'RETAINED') or l.state = 'CLOSED'
              and exists (select 1 from placement_step s where s.placement_id = l.id and s.to_state = 'SIGNED'))""";

    private static final String SIGNED_THEN = " and" + SIGNED + " " + """
             and exists (select 1 from placement_step s where s.placement_id = l.id and s.to_state = 'SIGNED'
              and s.at >= :from and s.at < :to and (s.at < :stayed or l.retained_months >= 6))""";

    private static final String MONTHS = """
            select carrier_id carrier, 'month' type, id id, null batch, null row_no,
              cast(due_on as datetime) at from reporting_month
            where month like :months and (due_on < :today or came_at is not null)""";

    private static final String CASES = """
            select carrier_id carrier, 'case' type, id id, null batch, null row_no, changed_at at
            from typical_case where state = 'RELEASED' and year = :year""";

    private static final String NEEDS = """
            select carrier_id carrier, 'need' type, id id, null batch, null row_no, asked_at at
            from service_case where asked_at >= :from and asked_at < :to""";

    private static final String STARTED = " l.started_at >= :from and l.started_at < :to";

    /** Figures that other modules' things are counted for, not rows of tables. */
    static final String EVENTS = "events";

    private record Pair(String counted, @Nullable String all) {}

    private static final Map<String, Pair> PAIRS = pairs();

    private Statements() {}

    private static Map<String, Pair> pairs() {
        Map<String, Pair> p = new LinkedHashMap<>();
        // the end of the day that it was due, in Hubei
        p.put("on-time", new Pair(MONTHS + " and came_at < date_add(due_on, interval 16 hour)", MONTHS));
        p.put("complete", new Pair(STANDING + " and (:complete)", STANDING));
        p.put("first-pass", new Pair(FIRST_UPLOADS + " and coalesce(r.worst, '') <> 'ERROR'", FIRST_UPLOADS));
        p.put(
                "corrected",
                new Pair(
                        FIRST_UPLOADS + " and r.worst = 'ERROR' and" + CORRECTED,
                        FIRST_UPLOADS + " and r.worst = 'ERROR' and (b.updated_at < :corrected or" + CORRECTED + ")"));
        String talents = RECORDS + " and p.type = 'talent'";
        p.put("fresh", new Pair(talents + " and p.confirmed_on >= :fresh", talents));
        p.put("duplicates", new Pair("""
                select b.carrier_id carrier, 'pair' type, s.id id, s.batch_id batch, s.row_no row_no, s.found_at at
                from suspect s join import_batch b on b.id = s.batch_id
                where b.carrier_id is not null and b.status = 'COMMITTED' and s.state = 'SAME'
                  and s.found_at >= :from and s.found_at < :to""", STANDING + " and r.type = 'talent'"));
        String both = RECORDS + " and p.type in ('talent', 'demand')";
        String shared = both + " and p.reporters like '% %'";
        p.put("agreement", new Pair(shared + " " + """
                 and not exists (select 1 from record_dispute d where d.record_id = p.id and d.fields <> '')""", shared));
        p.put("placed", new Pair(both + " " + """
                 and exists (select 1 from chain_placement c where c.record_id = p.id
                  and c.state in ('PLACED', 'CHOSEN'))""", both));
        p.put(
                "answered",
                new Pair(DEMANDS + " and" + ANSWERED, DEMANDS + " and (p.created_at < :answered or" + ANSWERED + ")"));
        p.put("signed", new Pair(PLACEMENTS + STARTED + " and" + SIGNED, PLACEMENTS + STARTED));
        p.put(
                "stayed",
                new Pair(PLACEMENTS + " l.retained_months >= 6" + SIGNED_THEN, PLACEMENTS + " 1 = 1" + SIGNED_THEN));
        p.put("needs", new Pair(NEEDS + " and state = 'SETTLED'", NEEDS));
        p.put("showcase", new Pair("""
                select c.id carrier, 'platform' type, p.id id, null batch, null row_no, p.created_at at
                from pool_record c join pool_record p on p.type = 'platform' and p.state = 'LIVE'
                  and p.enterprise_code = c.enterprise_code
                where c.type = 'carrier' and c.state = 'LIVE' and p.created_at < :to
                union all\n""" + CASES, null));
        p.put("collected", new Pair(CASES + " and collected", null));
        p.put("reverted", new Pair("""
                select carrier_id carrier, 'batch' type, id id, id batch, null row_no, updated_at at from import_batch
                where carrier_id is not null and status = 'REVERTED' and feed in ('talent', 'demand')
                  and updated_at >= :from and updated_at < :to""", null));
        return p;
    }

    static java.util.Set<String> names() {
        return PAIRS.keySet();
    }

    /** @param complete columns without which a row of a feed is not complete */
    static @Nullable String of(String figure, Part part, Map<String, List<String>> complete) {
        Pair pair = PAIRS.get(figure);
        String text = pair == null ? null : part == Part.COUNTED ? pair.counted : pair.all;
        return text == null ? null : text.replace(":complete", whole(complete));
    }

    private static String whole(Map<String, List<String>> complete) {
        return complete.entrySet().stream()
                .map(e -> "r.type = '" + e.getKey() + "' and json_contains_path(r.payload, 'all', "
                        + e.getValue().stream().map(f -> "'$." + f + "'").collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(" or "));
    }
}
