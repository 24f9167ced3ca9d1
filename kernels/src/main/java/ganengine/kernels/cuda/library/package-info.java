/**
 * NVIDIA's libraries, found on the machine and loaded, and JCuda's natives made to fit them.
 *
 * <p>{@link ganengine.kernels.cuda.library.CudaLibraries#load} is the only entry; no class of JCuda
 * may be touched before it succeeded. {@link ganengine.kernels.cuda.library.SearchPlaces} says
 * where to look, {@link ganengine.kernels.cuda.library.LibrarySearch} chooses, {@link
 * ganengine.kernels.cuda.library.Relinker} changes the version that a native of JCuda asks for, and
 * {@link ganengine.kernels.cuda.library.JCudaNatives} has JCuda load it.
 */
package ganengine.kernels.cuda.library;
