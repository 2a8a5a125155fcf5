package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Output;
import dev.downbeat.demo.whole.Reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One tune in one format, in which each instant sounds like no other, and what ffmpeg hears. */
record Timecode(String name, Path file, Reference reference) {

    /** A format by its name, its file's ending and how ffmpeg makes it. */
    record Kind(String name, String ending, String options) {}

    /** What the product promises to read. */
    static final List<Kind> KINDS =
            List.of(
                    new Kind("mp3_cbr", "mp3", "-ar 44100 -b:a 192k"),
                    new Kind("mp3_vbr_xing", "mp3", "-ar 44100 -q:a 3"),
                    new Kind("mp3_vbr_no_xing", "mp3", "-ar 44100 -q:a 3 -write_xing 0"),
                    new Kind("mp3_22khz", "mp3", "-ar 22050 -q:a 3"),
                    new Kind("flac", "flac", "-ar 44100 -sample_fmt s16"),
                    new Kind("flac_seek_table", "flac", "-ar 44100 -sample_fmt s16"),
                    new Kind("wav", "wav", "-ar 44100 -c:a pcm_s16le"),
                    new Kind("m4a_head_last", "m4a", "-ar 44100 -c:a aac -b:a 160k"),
                    new Kind(
                            "m4a_head_first",
                            "m4a",
                            "-ar 44100 -c:a aac -b:a 160k -movflags +faststart"),
                    new Kind(
                            "m4a_fragmented",
                            "m4a",
                            "-ar 44100 -c:a aac -b:a 160k -movflags frag_keyframe+empty_moov"
                                    + " -frag_duration 2000000"),
                    new Kind("aac_adts", "aac", "-ar 44100 -c:a aac -b:a 160k"),
                    new Kind("ogg_vorbis", "ogg", "-ar 44100 -c:a libvorbis -q:a 5"),
                    new Kind("ogg_opus", "ogg", "-c:a libopus -b:a 128k"),
                    new Kind("webm_opus", "webm", "-c:a libopus -b:a 128k"));

    /** Stereo, as music is. */
    static Timecode make(Path folder, Kind kind, Path wav)
            throws IOException, InterruptedException {
        Path file = folder.resolve(kind.name() + "." + kind.ending());
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(List.of("-i", wav.toString(), "-ac", "2"));
        command.addAll(List.of(kind.options().split(" ", -1)));
        command.add(file.toString());
        Output.of(command);
        if (kind.name().endsWith("seek_table")) {
            FlacSeekTable.addTo(file);
        }
        return new Timecode(kind.name(), file, Reference.decodedByFfmpeg(file));
    }
}
