package org.talenthub.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.web.Pager;

/**
 * One batch on its three steps.
 *
 * @param step 1 上传, 2 核对, 3 完成
 * @param overtaken which rows' records changed after the first preview, in words
 * @param asking a person has to say how the file is to be read before anything else
 * @param mapping how the sheet's titles were understood; null before it is looked at
 * @param family the uploads that correct one another; null when this one stands alone
 * @param progress while something is being done, else null
 * @param problem why the file was refused
 * @param done what the commit changed, in words
 * @param found the search that finds what was committed, and how many that are
 * @param counted the rows have been read and can be looked at
 * @param filter which rows are shown: a key of the tally
 * @param columns titles of the columns shown; cells of a row stand in the same order
 * @param correction address of the correction workbook, null when no row needs work
 * @param corrected later uploads have taken up all rows that needed work
 * @param cancel what a cancellation would do, in words; null when there is nothing to cancel
 * @param committing how many rows a commit would write
 * @param left what a commit leaves out, in words
 */
public record BatchPageView(
        String id,
        List<Crumb> crumbs,
        String fileName,
        String feed,
        String feedTitle,
        String by,
        String at,
        String status,
        String tone,
        int step,
        @Nullable Progress progress,
        @Nullable String problem,
        @Nullable String overtaken,
        boolean asking,
        @Nullable Mapping mapping,
        @Nullable Family family,
        @Nullable String done,
        @Nullable Found found,
        @Nullable String reverted,
        boolean counted,
        List<Tally> tally,
        List<Group> groups,
        @Nullable String correction,
        boolean corrected,
        String filter,
        String shownText,
        List<String> columns,
        List<Row> rows,
        Pager pager,
        boolean mayUpload,
        boolean mayCommit,
        boolean mayDrop,
        boolean mayRevert,
        @Nullable String cancel,
        String committing,
        @Nullable String left) {

    /**
     * @param rowsTotal null while unknown
     * @param trouble why the work stands still, null while it goes on
     */
    record Progress(
            String id,
            String phase,
            int rowsRead,
            @Nullable Integer rowsTotal,
            String rowsText,
            String rateText,
            @Nullable String trouble) {}

    record Found(String href, String text) {}

    record Tally(String key, String text, String href, String tone, boolean current) {}

    /**
     * @param level error, warning or notice
     * @param href its rows
     */
    record Group(String column, String message, String count, String level, String href, boolean current) {}

    /**
     * @param question what has to be said, null when nothing has
     * @param sheets to choose from, empty when the sheet is clear
     * @param editable the viewer may say otherwise
     * @param summary in one line
     * @param kinds of sheet that it may be read as; empty where there is no choice
     */
    record Mapping(
            @Nullable String question,
            List<String> sheets,
            boolean editable,
            boolean open,
            String summary,
            List<Title> titles,
            List<Target> targets,
            List<Kind> kinds) {}

    record Kind(String feed, String title, boolean current) {}

    /**
     * @param how exact, chosen, remembered, likely or none
     * @param open nobody knows yet what it is, and something is missing
     * @param samples values below it, empty where there are none
     */
    record Title(
            String letter,
            String title,
            String field,
            String how,
            @Nullable String likely,
            boolean open,
            String samples) {}

    record Target(String field, String title) {}

    /** @param text how the family stands, in words */
    record Family(String text, List<Member> members) {}

    record Member(
            String href,
            String fileName,
            String status,
            String tone,
            String at,
            String rows,
            String open,
            boolean current) {}

    /**
     * @param row as Excel numbers it in the person's own file
     * @param href what it is about; null while that is nothing yet
     * @param why what is wrong with the row as a whole
     */
    record Row(
            String row,
            String status,
            String tone,
            @Nullable String href,
            List<Why> why,
            List<Cell> cells) {}

    /** @param href whom it speaks of; null when that is nobody in the pool */
    record Why(String text, @Nullable String href) {}

    /** @param tone wrong, doubt or empty */
    record Cell(String text, String tone, @Nullable String why) {}
}
