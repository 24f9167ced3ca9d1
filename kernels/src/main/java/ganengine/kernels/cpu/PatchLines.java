package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.Arrays;

/**
 * Adds up the patches [kernelH, kernelW, inC] of all pixels of y, where they overlap in x, line by
 * line of x. A line of a patch is cut into pieces as wide as a stride: piece p of pixel w and piece
 * p - 1 of pixel w + 1 meet in the same place, so a line of x is a sum of whole lines of pieces.
 * Each line of patches has patches of zeros before and behind it, so that all pieces are there.
 *
 * <p>Patches start at {@link PackScratch#START}.
 */
final class PatchLines {
  /** Floats of the widest step, a whole number of vectors. */
  private static final int WIDEST = 64;

  /** What the first windows are added to. */
  private static final float[] ZEROS = new float[WIDEST];

  private final Convolution size;

  /** Floats of a line of a patch. */
  private final int run;

  /** Floats of x from a patch's place to the next one's. */
  private final int step;

  /** Pieces of a line of a patch. */
  private final int pieces;

  /** Patches of a line, those of zeros with them. */
  private final int linePatches;

  /** What to add up for each line of x. */
  private final Windows[] lines;

  PatchLines(Convolution size) {
    this.size = size;
    run = size.kernelW() * size.inC();
    step = size.strideW() * size.inC();
    pieces = ProductPart.ceilDivide(run, step);
    linePatches = size.outW() + 2 * (pieces - 1);
    lines = new Windows[size.inH()];
    Arrays.setAll(lines, this::windows);
  }

  static boolean suits(Convolution size) {
    return size.dilationW() == 1
        && size.padLeft() >= 0
        && size.padLeft() < size.kernelW()
        && size.strideW() * size.inC() <= WIDEST;
  }

  /** Floats of a patch. */
  int columns() {
    return size.kernelH() * run;
  }

  /** Floats of all patches, and of zeros behind them. */
  int patchFloats() {
    return size.outH() * linePatches * columns() + WIDEST;
  }

  private int zerosAt() {
    return PackScratch.START + patchFloats() - WIDEST;
  }

  /** Where the patch of a pixel of y starts. */
  int patchAt(int pixel) {
    return patchAt(pixel / size.outW(), pixel % size.outW());
  }

  /** Of column -(pieces - 1) to outW + pieces - 2: those outside of y are zeros. */
  private int patchAt(int line, int column) {
    return PackScratch.START + (line * linePatches + pieces - 1 + column) * columns();
  }

  /** Writes the zeros. */
  void clearEdges(float[] patches) {
    for (int line = 0; line < size.outH(); line++) {
      Arrays.fill(patches, patchAt(line, 1 - pieces), patchAt(line, 0), 0);
      Arrays.fill(patches, patchAt(line, size.outW()), patchAt(line + 1, 1 - pieces), 0);
    }
    Arrays.fill(patches, zerosAt(), zerosAt() + WIDEST, 0);
  }

  /** Floats of working memory for {@link #sum}. */
  int roomFloats() {
    return 2 * sumFloats();
  }

  /** A line of x with what hangs over its edges, and a step behind it. */
  private int sumFloats() {
    return steps() * step + WIDEST;
  }

  private int steps() {
    return size.outW() + pieces - 1;
  }

  /** The sums of line {@code h} of x, to {@code x[to ..]}. */
  void sum(int h, float[] patches, float[] room, float[] x, int to) {
    Windows windows = lines[h];
    int before = size.padLeft() * size.inC();
    int line = size.inW() * size.inC();
    int summed = windows.count == 0 ? 0 : Math.min(line, steps() * step - before);
    int sums = sum(windows, patches, room);
    System.arraycopy(room, sums + before, x, to, summed);
    Arrays.fill(x, to + summed, to + line, 0);
  }

  /** From one half of the room to the other, as a vector's end writes over what comes next. */
  private int sum(Windows windows, float[] patches, float[] room) {
    int sums = 0;
    for (int i = 0; i < windows.count; i += NarrowLoops.WINDOWS) {
      int next = sumFloats() - sums;
      Loops.NARROW.windows(
          steps(),
          step,
          i < windows.whole ? step : run % step,
          patches,
          windows.from,
          windows.strides,
          i,
          i == 0 ? ZEROS : room,
          i == 0 ? 0 : sums,
          i == 0 ? 0 : step,
          room,
          next);
      sums = next;
    }
    return sums;
  }

  /** The pieces that meet line {@code h} of x, those as wide as a step before the others. */
  private Windows windows(int h) {
    int wholePieces = run / step;
    Windows windows = new Windows(size.kernelH() * pieces);
    add(h, 0, wholePieces, windows);
    windows.whole = windows.count;
    add(h, wholePieces, pieces, windows);
    return windows;
  }

  /** Adds pieces, and windows of zeros until a loop has its number. */
  private void add(int h, int firstPiece, int endPiece, Windows windows) {
    for (int kh = 0; kh < size.kernelH(); kh++) {
      int top = h + size.padTop() - kh * size.dilationH();
      int line = top / size.strideH();
      if (top < 0 || top % size.strideH() != 0 || line >= size.outH()) {
        continue;
      }
      for (int piece = firstPiece; piece < endPiece; piece++) {
        windows.add(patchAt(line, -piece) + kh * run + piece * step, columns());
      }
    }
    while (windows.count % NarrowLoops.WINDOWS != 0) {
      windows.add(zerosAt(), 0);
    }
  }

  /** Where lines of pieces start, and how far it is from each piece to the next. */
  private static final class Windows {
    private final int[] from;
    private final int[] strides;
    private int count;
    private int whole;

    Windows(int most) {
      from = new int[most + 2 * NarrowLoops.WINDOWS];
      strides = new int[from.length];
    }

    void add(int at, int stride) {
      from[count] = at;
      strides[count] = stride;
      count++;
    }
  }
}
