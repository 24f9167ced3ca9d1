package ganengine.gan.data.pixels;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** The first bytes of a file, mapped into memory: the system reads and keeps what is looked at. */
public final class MappedPixels implements Pixels {
  /** Bytes mapped as one; a mapping can hold no more than an array. */
  private static final int PIECE = 1 << 30;

  private final long size;
  private final int pieceSize;
  private final MappedByteBuffer[] pieces;

  /**
   * Maps them; the channel may be closed afterwards.
   *
   * @param size how many bytes, no more than the file has
   */
  public MappedPixels(FileChannel file, long size) throws IOException {
    this(file, size, PIECE);
  }

  /** As the other, in pieces of this size. */
  MappedPixels(FileChannel file, long size, int pieceSize) throws IOException {
    this.size = size;
    this.pieceSize = pieceSize;
    pieces = new MappedByteBuffer[Math.toIntExact((size + pieceSize - 1) / pieceSize)];
    for (int i = 0; i < pieces.length; i++) {
      long from = (long) i * pieceSize;
      pieces[i] = file.map(MapMode.READ_ONLY, from, Math.min(pieceSize, size - from));
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void copy(long from, byte[] target, int at, int count) {
    int done = 0;
    while (done < count) {
      MappedByteBuffer piece = pieces[(int) ((from + done) / pieceSize)];
      int inside = (int) ((from + done) % pieceSize);
      int length = Math.min(count - done, piece.limit() - inside);
      piece.get(inside, target, at + done, length);
      done += length;
    }
  }
}
